"""How many questions are still to come, and which were put off until later."""

from vpwijzer.engine.relevance import Place, settled_by, stake
from vpwijzer.engine.replay import is_seated, replay
from vpwijzer.engine.walk import Walk
from vpwijzer.model import UNKNOWN, Question


def questions_ahead(walk: Walk) -> int:
    """Count the questions still to come at most, the current one included.

    What may follow is counted as well, so an answer never makes it more.
    """
    now = walk.progress
    coming = set(replay(walk.setting, walk.answers, UNKNOWN, widest=True).asked)
    if now.stake is not None:
        coming &= now.stake
    return len(coming - walk.answers.keys()) if now.current else 0


def put_off(walk: Walk) -> tuple[Question, ...]:
    """Give the questions that were put off, the ones that settle most first.

    What cannot change anything any more is not among them.
    """
    now, setting = walk.progress, walk.setting
    if not now.put_off:
        return ()
    trees = setting.library.trees.values()
    ahead = tuple(each for each in trees if is_seated(each, setting.seat))
    guessed = {*now.skipped, *now.put_off}
    known = {name: now.facts[name] for name in now.facts if name not in guessed}
    place = Place(setting.library, known, now.walked, ahead)
    may, counts = stake(place), settled_by(place)
    names = sorted(now.put_off, key=lambda name: -counts[name])
    return tuple(setting.library.questions[name] for name in names if name in may)
