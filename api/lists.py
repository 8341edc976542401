"""The shape of every list."""

from typing import Generic, TypeVar

from pydantic import BaseModel

Item = TypeVar("Item")


class Items(BaseModel, Generic[Item]):
    """A list, in an object so that more can be said beside it one day."""

    items: list[Item]
