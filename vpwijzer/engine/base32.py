"""A row of bits as letters for on paper, with a check on every single mistake."""

from dataclasses import dataclass

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I, L, O and U
ALIKE = str.maketrans("ILO", "110", " -.\t\r\n")
LETTER_BITS, GROUP, CHECK_LETTERS = 5, 6, 2
PRIME, MOST_LETTERS = 1019, 1018
"""32 has order 1018 modulo 1019: in at most so many letters, no other letter in one
place and no two that changed places leave the remainder as it was."""
COUNT_BITS = 4


class CodeError(Exception):
    """A code in which a letter is wrong, missing or in another place."""


@dataclass(slots=True)
class Bits:
    """A row of bits, written at its end and read from its beginning."""

    row: str = ""
    at: int = 0

    def write(self, number: int, width: int) -> None:
        """Add a number in so many bits."""
        self.row += f"{number:0{width}b}" if width else ""

    def write_count(self, number: int) -> None:
        """Add a number of any size, a few bits at a time with one for "goes on"."""
        while True:
            rest = number >> COUNT_BITS
            self.write(rest > 0, 1)
            self.write(number % (1 << COUNT_BITS), COUNT_BITS)
            if not rest:
                return
            number = rest

    def read(self, width: int) -> int:
        """Take a number of so many bits; raises EOFError behind the end."""
        self.at += width
        if self.at > len(self.row):
            raise EOFError
        return int(self.row[self.at - width : self.at] or "0", 2)

    def read_count(self) -> int:
        """Take a number of any size."""
        goes_on = self.read(1)
        low = self.read(COUNT_BITS)
        return low + (self.read_count() << COUNT_BITS) if goes_on else low


def spell(row: str) -> str:
    """Give the letters of a row of bits and of its check, in groups.

    Raises ValueError when there are too many letters to check.
    """
    row += "0" * (-len(row) % LETTER_BITS)
    starts = range(0, len(row), LETTER_BITS)
    letters = "".join(ALPHABET[int(row[at : at + LETTER_BITS], 2)] for at in starts)
    letters += _check(letters)
    if len(letters) > MOST_LETTERS:
        message = f"{len(letters)} letters"
        raise ValueError(message)
    return " ".join(letters[at : at + GROUP] for at in range(0, len(letters), GROUP))


def bits_of(code: str) -> str:
    """Give the row of bits of a code, with zeros at its end; spaces and case are free.

    Raises CodeError when it is misspelt.
    """
    letters = code.upper().translate(ALIKE)
    is_written = CHECK_LETTERS < len(letters) <= MOST_LETTERS
    if not is_written or not set(letters) <= set(ALPHABET):
        raise CodeError(code)
    if _value(letters) % PRIME != len(letters):
        raise CodeError(code)
    found = letters[:-CHECK_LETTERS]
    return "".join(f"{ALPHABET.index(letter):0{LETTER_BITS}b}" for letter in found)


def _value(letters: str) -> int:
    return sum(
        ALPHABET.index(letter) << LETTER_BITS * place
        for place, letter in enumerate(reversed(letters))
    )


def _check(letters: str) -> str:
    """Give the letters by which the remainder of the whole is its length."""
    unchecked = _value(letters) << LETTER_BITS * CHECK_LETTERS
    length = len(letters) + CHECK_LETTERS
    high, low = divmod((length - unchecked) % PRIME, 1 << LETTER_BITS)
    return ALPHABET[high] + ALPHABET[low]
