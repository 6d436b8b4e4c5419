"""Frozen dataclasses that are described in a tenth of the time: a window waits for fifty of them.

The standard library writes and compiles seven functions for each. Here six are the same for all,
and the seventh, the constructor, is written when the first value is made: many never are.
"""

import dataclasses
from collections.abc import Callable, Iterable, Iterator
from dataclasses import MISSING, Field, FrozenInstanceError
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn

__all__ = ["dataclass"]

_CONSTRUCTOR = """
def __init__({parameters}):
    {body}
"""


def _described(cls: type, *, kw_only: bool) -> type:
    """The class with slots, compared and shown by its fields, and closed to changes."""
    made: Any = dataclasses.dataclass(
        init=False, repr=False, eq=False, slots=True, kw_only=kw_only
    )(cls)
    names = [field.name for field in dataclasses.fields(made)]
    one_or_more = attrgetter(*names)
    values = one_or_more if len(names) > 1 else lambda value: (one_or_more(value),)

    def __init__(self: object, *given: object, **named: object) -> None:  # noqa: N807 - its name
        made.__init__ = _constructor(made)
        made.__init__(self, *given, **named)

    def __eq__(self: object, other: object) -> bool:  # noqa: N807 - its name
        return values(self) == values(other) if other.__class__ is made else NotImplemented

    def __hash__(self: object) -> int:  # noqa: N807 - its name
        return hash(values(self))

    def __repr__(self: object) -> str:  # noqa: N807 - its name
        told = (f"{name}={value!r}" for name, value in zip(names, values(self), strict=True))
        return f"{made.__qualname__}({', '.join(told)})"

    for method in (__init__, __eq__, __hash__, __repr__):
        setattr(made, method.__name__, method)
    made.__setattr__ = _refuse
    made.__delattr__ = _refuse
    described: type = made
    return described


def _refuse(_value: object, name: str, *_new: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot change field {name!r}")


def _constructor(cls: type) -> Callable[..., None]:
    """Written as the library does, but past the lock, by the slots themselves."""
    fields = dataclasses.fields(cls)
    space: dict[str, Any] = {"MISSING": MISSING}
    for field in fields:
        space[f"set_{field.name}"] = getattr(cls, field.name).__set__
        space[f"default_{field.name}"] = field.default
        space[f"make_{field.name}"] = field.default_factory
    text = _CONSTRUCTOR.format(
        parameters=", ".join(("self", *_parameters(fields))),
        body="\n    ".join(_steps(fields, has_check=hasattr(cls, "__post_init__"))),
    )
    exec(text, space)  # noqa: S102 - names of our fields, and nothing from outside
    made: Callable[..., None] = space["__init__"]
    return made


def _parameters(fields: Iterable[Field[Any]]) -> Iterator[str]:
    named = [field for field in fields if field.kw_only]
    yield from (_parameter(field) for field in fields if not field.kw_only)
    if named:
        yield "*"
    yield from map(_parameter, named)


def _parameter(field: Field[Any]) -> str:
    if field.default is MISSING and field.default_factory is MISSING:
        return field.name
    return f"{field.name}=default_{field.name}"


def _steps(fields: Iterable[Field[Any]], *, has_check: bool) -> Iterator[str]:
    for field in fields:
        if field.default_factory is not MISSING:
            yield f"if {field.name} is MISSING: {field.name} = make_{field.name}()"
        yield f"set_{field.name}(self, {field.name})"
    if has_check:
        yield "self.__post_init__()"


if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, frozen: bool, slots: bool, kw_only: bool = False) -> Callable[[type], type]:
        """As the library's, for what it says at all of our values: frozen, and with slots."""
        if not (frozen and slots):
            raise TypeError("the library's own, please")
        return lambda cls: _described(cls, kw_only=kw_only)
