"""Proves content over every possible conversation, without holding them one by one."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction

from vpwijzer.finding import Finding, in_order
from vpwijzer.model import Library, Seat
from vpwijzer.position import Position
from vpwijzer.proof.asking import check_filled, check_follow_up, check_question
from vpwijzer.proof.diagram import TooLargeError
from vpwijzer.proof.effect import Uses
from vpwijzer.proof.flaw import Flaw, Words
from vpwijzer.proof.matter import check_use
from vpwijzer.proof.promise import BROKEN, IDLE, check_guarantee
from vpwijzer.proof.question import check_questions
from vpwijzer.proof.rulings import Rulings, rulings
from vpwijzer.proof.seat import check_seat
from vpwijzer.proof.tally import conversations
from vpwijzer.proof.tally import shares as count_shares
from vpwijzer.proof.unsure import check_unsure, suspects
from vpwijzer.proof.ways import check_end, check_route
from vpwijzer.proof.world import Conversation, World

__all__ = ["Conversation", "Proof", "prove", "shares"]
