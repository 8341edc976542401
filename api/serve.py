"""Serve the assistant on one address, in one process."""

import gc
import socket
from collections.abc import Callable
from contextlib import closing

from api.app import create_app
from assistant.build import build
from assistant.errors import SettingsError
from assistant.settings import Settings
from assistant.warming import Warming, steps_of
from knowledge.folder_lock import FolderLock

STOP_SECONDS = 5


def run(settings: Settings, progress: Callable[[str], None]) -> None:
    """Serve until stopped; raises `SetupError` when the address or the data folder cannot be had."""
    import uvicorn

    with (
        FolderLock(settings.data_dir) as lock,
        _listening(settings) as listener,
        closing(build(settings, progress=progress, lock=lock)) as assistant,
    ):
        app = create_app(assistant, settings)
        config = uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,  # addresses carry questions
            server_header=False,
            timeout_graceful_shutdown=STOP_SECONDS,
        )
        host, port = listener.getsockname()[:2]
        name = f"[{host}]" if ":" in host else host
        progress(f"Hiring Assistant is ready on http://{name}:{port} (Ctrl-C stops it).")
        # What was made until now stays: the collector, which the command has paused, need not look at it.
        gc.freeze()
        gc.enable()
        with Warming(steps_of(assistant.search, owner="local")):
            uvicorn.Server(config).run(sockets=[listener])


def _listening(settings: Settings) -> socket.socket:
    """A socket on the address, taken before anything slow is done."""
    try:
        family, *_, address = socket.getaddrinfo(settings.host, settings.port, type=socket.SOCK_STREAM)[0]
        return socket.create_server(address[:2], family=family, backlog=128)
    except OSError as error:
        raise SettingsError(
            "The address of 'HIRING_HOST' and 'HIRING_PORT' cannot be served: in use or not of this machine.",
            advice="Stop what uses it, or set HIRING_PORT to another number.",
        ) from error
