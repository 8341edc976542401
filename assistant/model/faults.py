"""What can go wrong with a model call, in words; vendor errors are translated here and nowhere else.

UpstreamError
├── ModelUnreachableError   the endpoint cannot be reached, or fails
├── ModelBusyError          it asks to slow down
├── ModelSettingsError      it refuses the key, the model's name or the request
├── ModelWindowError        the request is longer than the model can read
└── ModelTimeoutError       the answer took longer than the deadline
ReplyError
├── ReplyCutError           the answer broke off, or reached a limit of length
├── ReplyFilteredError      the endpoint's content filter withheld it
└── ReplyShapeError         it is not what was asked for: no completion, no JSON, another schema
"""

import json
import math
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from typing import Any

from assistant.errors import HiringError, ReplyError, UpstreamError


class ModelUnreachableError(UpstreamError):
    """The endpoint cannot be reached or answers with a fault of its own."""


class ModelBusyError(UpstreamError):
    """The endpoint asks to slow down."""


class ModelSettingsError(UpstreamError):
    """The endpoint refuses the key, the model name or the request."""


class ModelWindowError(UpstreamError):
    """The request is longer than the model can read."""


class ModelTimeoutError(UpstreamError):
    """The answer took longer than the deadline."""


class ReplyCutError(ReplyError):
    """The answer broke off: it ended without an end, or at a limit of length."""


class ReplyFilteredError(ReplyError):
    """The endpoint's content filter withheld the answer."""


class ReplyShapeError(ReplyError):
    """The answer is not what was asked for: not a completion, not JSON, or not of the schema."""


def no_answer() -> ReplyShapeError:
    """The fault of something that is no completion at all."""
    return ReplyShapeError(
        "What came back is no answer of a chat model.", advice="Check HIRING_MODEL_BASE_URL."
    )


def too_long() -> ReplyCutError:
    """The fault of an answer that goes on and on."""
    return ReplyCutError("The answer grew beyond any document's length.", advice="Try again.")


# How other vendors say what the OpenAI wire calls "stop", "length" and "content_filter".
ENDS = {
    "end_turn": "stop", "stop_sequence": "stop", "eos": "stop", "max_tokens": "length",
    "refusal": "content_filter", "safety": "content_filter", "prohibited_content": "content_filter",
}  # fmt: skip


def ending(metadata: Mapping[str, Any]) -> str | None:
    """Why an answer ended, in the words of the OpenAI wire, if this piece of it says."""
    said = (metadata.get(name) for name in ("finish_reason", "stop_reason", "done_reason", "stopReason"))
    reason = next((str(word).lower() for word in said if word), None)
    return ENDS.get(reason, reason) if reason else None


def unfinished(reason: str | None, empty: bool) -> HiringError | None:
    """The fault that an end of the stream tells of, if it is not a proper end."""
    if reason == "stop":
        return ReplyShapeError("The model's answer is empty.", advice="Try again.") if empty else None
    if reason == "content_filter":
        return _filtered()
    if reason == "length":
        return ReplyCutError("The answer reached the endpoint's length limit.", advice="Ask for one section.")
    return no_answer() if empty else ReplyCutError("The model's answer broke off.", advice="Try again.")


def translate(error: Exception) -> HiringError:
    """A vendor's error as one of ours; nothing of its text is kept, for it may quote the prompt."""
    import openai

    if isinstance(error, HiringError):
        return error
    if isinstance(error, TimeoutError | openai.APITimeoutError):
        return ModelTimeoutError(
            "The model did not answer in time.", advice="Try again, or raise HIRING_MODEL_DEADLINE."
        )
    if isinstance(error, openai.APIStatusError):
        return _refused(error)
    if isinstance(error, openai.APIConnectionError):
        return ModelUnreachableError(
            "The model's endpoint cannot be reached.", advice="Check HIRING_MODEL_BASE_URL."
        )
    if isinstance(error, openai.APIError):
        return ModelUnreachableError("The endpoint failed while it answered.", advice="Try again.")
    if isinstance(error, json.JSONDecodeError | UnicodeDecodeError):
        return no_answer()
    if isinstance(error, ValueError | TypeError | AttributeError | LookupError):
        return no_answer()
    return ModelUnreachableError("The model's connection broke.", advice="Try again.")


def _refused(error: Exception) -> HiringError:
    """What an HTTP status says."""
    code = getattr(error, "status_code", 0)
    word = f"{getattr(error, 'code', '')} {getattr(error, 'type', '')}"
    if code in (400, 422) and "content_filter" in word:
        return _filtered()
    if code == 413 or "context_length" in word or "ContextOverflow" in type(error).__name__:
        advice = "Send a shorter message, or set a model with a longer window."
        return ModelWindowError("The request is longer than this model can read.", advice=advice)
    if code == 402 or "insufficient_quota" in word:
        advice = "Add to it with the provider, or set another HIRING_MODEL_API_KEY."
        return ModelSettingsError("The endpoint says that the key's account is used up.", advice=advice)
    if code in (401, 403):
        return ModelSettingsError("The endpoint refuses the key.", advice="Check HIRING_MODEL_API_KEY.")
    if code == 404:
        advice = "Check HIRING_MODEL and HIRING_MODEL_BASE_URL."
        return ModelSettingsError("The endpoint does not know this model or address.", advice=advice)
    if code == 429:
        return ModelBusyError("The model's endpoint is busy.", advice="Try again in a minute.")
    if code >= 500:
        return ModelUnreachableError(f"The endpoint failed (status {code}).", advice="Try again.")
    return ModelSettingsError(
        f"The endpoint refuses the request (status {code}).", advice="Check HIRING_MODEL."
    )


def _filtered() -> ReplyFilteredError:
    return ReplyFilteredError(
        "The endpoint's content filter withheld the answer.", advice="Say it in other words."
    )


def worth_retrying(error: Exception) -> bool:
    """Say whether the same request may fare better in a moment: busy, failing or unreachable."""
    import openai

    if isinstance(error, openai.APITimeoutError):
        return False
    if isinstance(error, openai.APIStatusError):
        used_up = isinstance(_refused(error), ModelSettingsError) and error.status_code == 429
        return not used_up and (error.status_code in (408, 409, 429) or error.status_code >= 500)
    return isinstance(error, openai.APIConnectionError | ConnectionError)


def refuses_schema(error: Exception) -> bool:
    """Say whether an endpoint may be too old for an answer's schema: it calls the request itself wrong."""
    return getattr(error, "status_code", 0) in (400, 422) and isinstance(translate(error), ModelSettingsError)


def asked_to_wait(error: Exception) -> float | None:
    """The seconds that Retry-After asks for, in either of its forms, if it does."""
    headers = getattr(getattr(error, "response", None), "headers", {})
    asked = headers.get("retry-after", "")
    try:
        seconds = float(asked)
    except ValueError:
        try:
            until, now = (parsedate_to_datetime(text) for text in (asked, headers.get("date", "")))
            seconds = (until - now).total_seconds()
        except (ValueError, TypeError):
            return None
    return max(seconds, 0.0) if math.isfinite(seconds) else None
