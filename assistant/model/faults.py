"""What can go wrong with a model call, in words; vendor errors are translated here and nowhere else."""

import json

from assistant.errors import HiringError, ReplyError, UpstreamError


class ModelUnreachableError(UpstreamError):
    """The endpoint cannot be reached or answers with a fault of its own."""


class ModelBusyError(UpstreamError):
    """The endpoint asks to slow down."""


class ModelSettingsError(UpstreamError):
    """The endpoint refuses the key, the model name or the request."""


class ModelTimeoutError(UpstreamError):
    """The answer took longer than the deadline."""


class ReplyCutError(ReplyError):
    """The answer broke off: it ended without an end, or at its length limit."""


class ReplyFilteredError(ReplyError):
    """The endpoint's content filter withheld the answer."""


class ReplyShapeError(ReplyError):
    """The answer is not what was asked for: not a completion, not JSON, or not of the schema."""


def unfinished(reason: str | None, empty: bool) -> HiringError | None:
    """The fault that an end of the stream tells of, if it is not a proper end."""
    if reason == "stop":
        return ReplyShapeError("The model's answer is empty.", advice="Try again.") if empty else None
    if reason == "content_filter":
        return ReplyFilteredError(
            "The endpoint's content filter withheld the answer.", advice="Say it in other words."
        )
    if reason == "length":
        return ReplyCutError("The answer reached the endpoint's length limit.", advice="Ask for one section.")
    if empty:
        advice = "Check HIRING_MODEL_BASE_URL."
        return ReplyShapeError("What came back is no answer of a chat model.", advice=advice)
    return ReplyCutError("The model's answer broke off.", advice="Try again.")


def translate(error: Exception) -> HiringError:
    """A vendor's error as one of ours; nothing of its text is kept, for it may quote the prompt."""
    import openai

    if isinstance(error, HiringError):
        return error
    if isinstance(error, TimeoutError | openai.APITimeoutError):
        return ModelTimeoutError(
            "The model did not answer in time.", advice="Try again, or raise HIRING_MODEL_DEADLINE."
        )
    if isinstance(error, openai.RateLimitError):
        return ModelBusyError("The model's endpoint is busy.", advice="Try again in a minute.")
    if isinstance(error, openai.APIStatusError):
        return _status(error.status_code)
    if isinstance(error, openai.LengthFinishReasonError):
        return ReplyCutError("The answer reached the endpoint's length limit.", advice="Ask for one section.")
    if isinstance(error, openai.APIConnectionError | OSError):
        return ModelUnreachableError(
            "The model's endpoint cannot be reached.", advice="Check HIRING_MODEL_BASE_URL."
        )
    if isinstance(
        error, json.JSONDecodeError | ValueError | TypeError | AttributeError | KeyError | IndexError
    ):
        return ReplyShapeError(
            "What came back is no answer of a chat model.", advice="Check HIRING_MODEL_BASE_URL."
        )
    return ModelUnreachableError("The model's connection broke.", advice="Try again.")


def _status(code: int) -> HiringError:
    if code in (401, 403):
        return ModelSettingsError("The endpoint refuses the key.", advice="Check HIRING_MODEL_API_KEY.")
    if code == 404:
        advice = "Check HIRING_MODEL and HIRING_MODEL_BASE_URL."
        return ModelSettingsError("The endpoint does not know this model or address.", advice=advice)
    if code >= 500:
        return ModelUnreachableError(f"The endpoint failed (status {code}).", advice="Try again.")
    return ModelSettingsError(
        f"The endpoint refuses the request (status {code}).", advice="Check the model's name."
    )


def worth_retrying(error: Exception) -> bool:
    """Say whether the same request may fare better in a moment: busy, failing or unreachable."""
    import openai

    if isinstance(error, openai.APITimeoutError):
        return False
    if isinstance(error, openai.APIStatusError):
        return error.status_code in (408, 409, 429) or error.status_code >= 500
    return isinstance(error, openai.APIConnectionError | OSError)


def asked_to_wait(error: Exception) -> float | None:
    """The seconds that Retry-After asks for, if it does."""
    response = getattr(error, "response", None)
    try:
        return float(response.headers["retry-after"]) if response is not None else None
    except (KeyError, ValueError):
        return None
