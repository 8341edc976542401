"""Serve the application on one address until stopped."""

import socket
from collections.abc import Callable

import uvicorn

from api.app import create_app
from assistant.build import build
from assistant.errors import SettingsError
from assistant.settings import Settings


def run(settings: Settings, say: Callable[[str], None]) -> None:
    """Bind first, so that a taken port is told before any work; then build, then serve."""
    listener = _bind(settings)
    assistant = build(settings, progress=say)
    host, port = listener.getsockname()[:2]
    say(f"Hiring Assistant is ready: http://{f'[{host}]' if ':' in host else host}:{port}")
    # No access log: an address holds the question that was asked.
    config = uvicorn.Config(
        create_app(assistant, settings),
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=3,
    )
    try:
        uvicorn.Server(config).run(sockets=[listener])
    except KeyboardInterrupt:
        say("Stopped.")
    finally:
        listener.close()


def _bind(settings: Settings) -> socket.socket:
    """The listening socket; raises `SettingsError` when the address cannot be had."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.host, settings.port))
        listener.listen(2048)
    except OSError as error:
        listener.close()
        raise SettingsError(
            f"The address {settings.host}:{settings.port} cannot be used ({error.strerror}).",
            advice="Set HIRING_PORT to a free port, or stop what uses it.",
        ) from error
    return listener
