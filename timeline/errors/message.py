"""One thing to say: a code and its values, and how a sentence of a table is filled with them."""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from timeline.errors.english import Sentence


class Message:
    """What is to be said, in no language; `str` gives it in English.

    Args:
        code: words with hyphens, as they stand in the tables of sentences.
        values: what the sentence names.
    """

    __slots__ = ("code", "values")

    def __init__(self, code: str, /, **values: Any) -> None:
        self.code = code
        self.values = values

    def __str__(self) -> str:
        from timeline.errors.english import MESSAGES

        return fill(self, MESSAGES)

    def __repr__(self) -> str:
        return f"Message({', '.join([repr(self.code), *_arguments(self.values)])})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Message):
            return NotImplemented
        return (self.code, self.values) == (other.code, other.values)

    def __hash__(self) -> int:
        return hash(self.code)


def fill(message: Message, table: Mapping[str, Sentence]) -> str:
    """Write a message with the sentences of a table.

    A sentence is a template as for `str.format`. Behind it there may be ends: the first of which
    all values are given, and are not empty, is added. A list is joined by what stands after the
    colon (`{near: or }`), else by commas; a number takes one of the two words that stand there
    (`{count:claim|claims}`). A value may be a message itself.
    """
    sentence = table[message.code]
    beginning, *ends = (sentence,) if isinstance(sentence, str) else sentence
    end = next((end for end in ends if all(_given(message, name) for name in fields(end))), "")
    return _Filler(table).vformat(beginning + end, (), message.values)


def fields(template: str) -> list[str]:
    """Name the values that a template asks for."""
    return [name for _, name, _, _ in Formatter().parse(template) if name]


def _given(message: Message, name: str) -> bool:
    return message.values.get(name) not in (None, "", (), [])


def _arguments(values: Mapping[str, Any]) -> Iterable[str]:
    return (f"{name}={value!r}" for name, value in values.items())


class _Filler(Formatter):
    """`str.format` that knows lists, numbers of things, and messages inside of messages."""

    def __init__(self, table: Mapping[str, Sentence]) -> None:
        self._table = table

    def convert_field(self, value: Any, conversion: Any) -> Any:
        """Convert each of a list."""
        if isinstance(value, list | tuple):
            return [super(_Filler, self).convert_field(one, conversion) for one in value]
        return super().convert_field(value, conversion)

    def format_field(self, value: Any, spec: str) -> str:
        """Write a value as its place in the template asks for."""
        if isinstance(value, list | tuple):
            return self._joined(value, spec or ", ")
        if isinstance(value, Message):
            return fill(value, self._table)
        if isinstance(value, int) and "|" in spec:
            one, several = spec.split("|")
            return f"{value} {one if value == 1 else several}"
        return str(super().format_field(value, spec))

    def _joined(self, values: Sequence[Any], between: str) -> str:
        return between.join(self.format_field(one, "") for one in values)
