"""`Response`: what became of an order for several torrents."""

from __future__ import annotations

from collections.abc import AsyncIterable, Callable, Iterable, Mapping
from types import SimpleNamespace
from typing import Self, TypeAlias

from .errors import Error, ResponseError, Warning

Outcome: TypeAlias = "tuple[str, object] | Error | Warning"


class Response(SimpleNamespace):
    """The answer of an order.

    :param success: all went as ordered
    :param warnings: what is no failure
    :param errors: why something failed
    :param tasks: what goes on in the background
    :param attributes: lists of what the order is about, as `added`
    """

    success: bool
    warnings: list[Warning]
    errors: list[Error]
    tasks: list[object]

    def __init__(
        self,
        *,
        success: bool,
        warnings: Iterable[Warning] = (),
        errors: Iterable[Error] = (),
        tasks: Iterable[object] = (),
        **attributes: object,
    ) -> None:
        super().__init__(success=success, warnings=list(warnings), errors=list(errors), tasks=list(tasks), **attributes)

    @classmethod
    def of(cls, lists: Mapping[str, Iterable[object]], warnings: Iterable[Warning] = (), errors: Iterable[Error] = ()) -> Self:
        """A response with these lists; a success if there is no error."""
        made = cls(success=True, warnings=warnings, errors=errors)
        made.success = not made.errors
        made.__dict__.update(lists)
        return made

    @property
    def as_dict(self) -> dict[str, object]:
        """All of it: success, warnings, errors, tasks, then the attributes in their order."""
        return dict(self.__dict__)

    @classmethod
    async def from_call(
        cls,
        call: AsyncIterable[Outcome],
        attributes: Iterable[str] | None = None,
        types: Mapping[str, Callable[[object], object]] | None = None,
        exception: type[ResponseError] | None = None,
    ) -> Self:
        """The response to an asynchronous iterator over outcomes: `(attribute, value)`, errors and warnings.

        :param attributes: names of lists that the response has in any case
        :param types: what is made of the values of an attribute
        :param exception: what errors are wrapped in
        """
        lists: dict[str, list[object]] = {name: [] for name in attributes or ()}
        warnings: list[Warning] = []
        errors: list[Error] = []

        def fail(error: Error) -> None:
            errors.append(exception(error) if exception and not isinstance(error, exception) else error)

        try:
            async for outcome in call:
                if isinstance(outcome, Warning):
                    warnings.append(outcome)
                elif isinstance(outcome, Error):
                    fail(outcome)
                else:
                    name, value = outcome
                    convert = (types or {}).get(name)
                    lists.setdefault(name, []).append(convert(value) if convert else value)
        except Error as error:
            fail(error)
        return cls.of(lists, warnings, errors)
