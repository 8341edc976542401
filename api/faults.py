"""Answer an error that nobody foresaw with a problem, and keep its message out of the log."""

from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import log_fault, problem_of, respond


class Faults:
    """Stands outside the application; what comes out of it as an exception ends here."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on; an answer that has begun can only be cut short."""
        begun = False

        async def send_noting(message: Message) -> None:
            nonlocal begun
            begun = begun or message["type"] == "http.response.start"
            await send(message)

        try:
            await self._app(scope, receive, send_noting)
        except Exception as error:
            if scope["type"] != "http":
                raise
            if _is_departure(error):
                return
            log_fault(error)
            if not begun:
                await respond(problem_of(error))(scope, receive, send)


def _is_departure(error: Exception) -> bool:
    """Say whether nothing happened but that the client went away; a stream tells it as a group."""
    if isinstance(error, ExceptionGroup):
        return error.split(ClientDisconnect)[1] is None
    return isinstance(error, ClientDisconnect)
