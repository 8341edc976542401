"""The way in for a browser where HIRING_TOKEN is set: a form that leaves a cookie."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from api.page.routes import Page
from api.security import COOKIE, SIGN_IN, Token


def sign_in_router(token: Token, page: Page) -> APIRouter:
    """The form and what takes it."""
    router = APIRouter(include_in_schema=False)

    @router.get(SIGN_IN, response_class=HTMLResponse)
    async def form() -> HTMLResponse:
        return page.sign_in()

    @router.post(SIGN_IN, response_class=HTMLResponse)
    async def sign_in(request: Request, given: Annotated[str, Form(alias="token")] = "") -> Response:
        if not token.is_secret(given.strip().encode(errors="replace")):
            return page.sign_in(failed=True)
        response = RedirectResponse("/", 303)
        secure = request.url.scheme == "https"
        response.set_cookie(COOKIE, token.cookie, httponly=True, samesite="strict", secure=secure)
        return response

    return router
