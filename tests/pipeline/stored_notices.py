"""Notices for the tests of the lake: made from a number, so that a test can say which one it means."""

from datetime import UTC, datetime
from typing import Any

from parsers.notice import Attachment, Document, Mention, MentionField, Movement, Notice, Occasion
from pipeline.store.stored import StoredNotice

PROVINCES = ("bac-kan", "lai-chau", None)


def stored(n: int, **changes: Any) -> StoredNotice:
    """Notice number `n`, of a province and a year that depend on it; `changes` are of the notice."""
    number, day = f"{n}/KH-UBND", f"20{10 + n % 4}-0{1 + n % 9}-15"
    head = f"Kế hoạch số {number}"
    body = (
        f"Ngày {day}, UBND tỉnh ban hành {head} về phong trào “Làng quê sáng {n}”, hằng năm cứ XXXX-07-07, "
        "nhân Ngày thành lập xã."
    )
    fields: dict[str, Any] = {
        "id": f"id{n:05}",
        "url": f"https://portal.example/{n}",
        "title": head,
        "published": None if n % 5 == 4 else day,
        "author": None,
        "province": PROVINCES[n % len(PROVINCES)],
        "body": body,
        "documents": (Document(number, "Kế hoạch", day, "UBND tỉnh", "subject"),),
        "movements": (Movement(f"Làng quê sáng {n}", "phong trào", "2021/2025"),) if n % 2 else (),
        "occasions": (Occasion("Ngày thành lập xã", n, "1990-05", None),) if n % 4 else (),
        "dates": (day, "XXXX-07-07"),
        "attachments": tuple(
            Attachment(f"https://portal.example/{n}/{i}.pdf", None, "pdf") for i in range(n % 3)
        ),
    }
    fields |= changes

    def mention(field: MentionField, value: str, text: str, confidence: float) -> Mention:
        start = body.find(text) if text in body else 0
        return Mention(field, value, "body", start, start + len(text), text, confidence)

    mentions = [
        mention("documents", number, number, 1.0),
        Mention("documents", number, "title", 12, 12 + len(number), number, 0.9),
        *(mention("movements", m.name, m.name, 0.8) for m in fields["movements"]),
        *(mention("occasions", o.event, o.event, 0.7) for o in fields["occasions"]),
        *(mention("dates", value, value, 1.0) for value in fields["dates"]),
    ]
    return StoredNotice(
        notice=Notice(**fields, mentions=tuple(mentions)),
        site="portal",
        platform="liferay",
        agency="UBND tỉnh",
        content_hash=f"hash{n}{fields['title']}",
        extractor_version="1",
        fetched_at=datetime(2024, 1, 1, n % 24, tzinfo=UTC),
        archive_file="2024/portal.warc.gz",
        archive_offset=100 * n,
    )
