"""A process that commits without end; every commit changes all notices, in several tables, and moves some.

State number `step` is known in advance: whoever reads can tell whether what it saw was ever committed.
"""

import sys

from parsers.notice import Attachment
from pipeline.store.lake import Lake
from tests.pipeline.stored_notices import stored

NOTICES = 24


def state(step):
    """What commit `step` writes."""
    return [
        stored(
            n,
            title=f"Kế hoạch số {n}/KH-UBND, lần {step}",
            province=("bac-kan", "lai-chau", "ha-noi")[(n + step) % 3],
            published="2021-01-05",
            attachments=(Attachment(f"https://portal.example/{n}/{step}.pdf", None, "pdf"),),
        )
        for n in range(NOTICES)
    ]


def seen(step):
    """What a reader must find of it: id → (title, province, attachment)."""
    return {
        one.notice.id: (one.notice.title, one.notice.province, one.notice.attachments[0].url)
        for one in state(step)
    }


if __name__ == "__main__":
    lake = Lake(sys.argv[1])
    for number in range(int(sys.argv[2]), int(sys.argv[3])):
        lake.upsert(state(number))
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()
