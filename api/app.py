"""Make the application: the routes, the page, and what stands before them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import anyio.to_thread
from fastapi import FastAPI

from api.body_limits import BodyLimits
from api.dependencies import State
from api.faults import Faults
from api.page.routes import Page, page_router
from api.presence import Presence
from api.problems import DESCRIPTION, add_handlers
from api.response_headers import ResponseHeaders
from api.routes import briefs, checks, conversations, documents, drafts, guidance, health, kinds, model
from api.routes.sign_in import sign_in_router
from api.security import Gate, Token
from assistant.build import Assistant
from assistant.settings import Settings

# A turn as JSON holds a thread for as long as a model writes; the usual forty would keep others waiting.
THREADS = 200
# Streams stand before their JSON twins: a caller that does not ask for events falls through.
ROUTERS = (
    health.router,
    kinds.router,
    model.router,
    conversations.streams,
    conversations.router,
    briefs.router,
    drafts.router,
    guidance.router,
    checks.router,
    documents.router,
)


def create_app(assistant: Assistant, settings: Settings) -> FastAPI:
    """The application over an assistant; with a token set, its own description is not served."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[State]:
        anyio.to_thread.current_default_thread_limiter().total_tokens = THREADS
        yield {"desk": assistant.desk}

    token, page = Token(settings.token.get_secret_value()), Page()
    app = FastAPI(
        title="Hiring Assistant",
        description="Lists answer `{items: [...]}`; errors are RFC 9457 problems.",
        lifespan=lifespan,
        redirect_slashes=False,
        docs_url=None,  # its scripts come from elsewhere; /openapi.json describes the same
        redoc_url=None,
        openapi_url=None if token else "/openapi.json",
        responses={"default": DESCRIPTION},
    )
    add_handlers(app)
    for router in (*ROUTERS, page_router(page)):
        app.include_router(router)
    if token:
        app.include_router(sign_in_router(token, page))
    # The last one added stands outermost.
    app.add_middleware(Presence)
    app.add_middleware(BodyLimits)
    app.add_middleware(Gate, names=(settings.host, *settings.allowed_hosts.split(",")), token=token)
    app.add_middleware(Faults)
    app.add_middleware(ResponseHeaders)
    return app
