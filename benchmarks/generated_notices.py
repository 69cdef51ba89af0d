"""Generated notices for the benchmarks of the store: sizes and skew of real ones, each made from its number.

A body has about 1,800 characters; a notice has 1.5 documents, 1 movement, 3 dates, each with its passage.
Provinces and years are skewed as in real life: some provinces and late years have more. The order is that of
partitions, as a first load from an archive has it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from parsers.notice import Document, Mention, MentionField, Movement, Notice
from parsers.reference import provinces
from pipeline.store.stored import StoredNotice

SLUGS = [one.slug for one in provinces().values() if not one.slug.endswith("-2025")]
YEARS = range(2010, 2026)
MOVEMENTS = [f"Quê hương chung tay việc thứ {n}" for n in range(300)]
_TEXT = (
    "ủy ban nhân dân tỉnh phát động phong trào thi đua yêu nước chào mừng đại hội các cấp cán bộ công chức "
    "viên chức người lao động toàn ngành tích cực hưởng ứng thực hiện nhiệm vụ kinh tế xã hội an ninh năm "
    "học mới nông thôn đô thị văn minh giảm nghèo bền vững cải cách hành chính chuyển đổi số"
)
_SENTENCES = [" ".join(random.Random(n).choices(_TEXT.split(), k=18)).capitalize() + "." for n in range(2000)]


def cells(total: int) -> list[tuple[str, int, int]]:
    """(province, year, notices) of every partition, in order; the notices add up to `total`."""
    weights = {
        (slug, year): (1 + 6 / (1 + i % 21)) * (1 + (year - 2010) / 4)
        for i, slug in enumerate(SLUGS)
        for year in YEARS
    }
    whole = sum(weights.values())
    found = [(slug, year, int(total * weight / whole)) for (slug, year), weight in weights.items()]
    rest = total - sum(count for _, _, count in found)
    return [(slug, year, count + (n < rest)) for n, (slug, year, count) in enumerate(found)]


def generated(total: int) -> Iterator[StoredNotice]:
    """`total` notices, partition by partition."""
    n = 0
    for slug, year, count in cells(total):
        for _ in range(count):
            yield notice(n, slug, year)
            n += 1


def notice(n: int, slug: str, year: int, edition: int = 0) -> StoredNotice:
    """Notice number `n`; another `edition` of it says something else."""
    dice = random.Random(n * 31 + edition)
    day = date(year, 1, 1) + timedelta(days=dice.randrange(365))
    numbers = [f"{dice.randrange(1, 4000)}/{kind}-UBND" for kind in ("KH", "QĐ")[: 1 + n % 2]]
    movement = MOVEMENTS[int(dice.paretovariate(0.6)) % len(MOVEMENTS)]
    days = [(day - timedelta(days=k * 9)).isoformat() for k in range(3)]
    sentences = dice.choices(_SENTENCES, k=14)
    sentences.insert(2, f"Văn bản số {' và '.join(numbers)} ngày {', '.join(days)} nêu rõ.")
    sentences.insert(5, f"Phong trào “{movement}” được nhiều đơn vị hưởng ứng (tin {n}, bản {edition}).")
    body = "\n".join(sentences)
    title = f"Kế hoạch số {numbers[0]}: {sentences[0][:60]}"

    def mention(field: MentionField, value: str) -> Mention:
        start = body.index(value)
        return Mention(field, value, "body", start, start + len(value), value, 0.9)

    return StoredNotice(
        notice=Notice(
            id=f"{(n * 2654435761) % 2**64:016x}",
            url=f"https://{slug}.example.vn/tin-tuc/{n}.html",
            title=title,
            published=day.isoformat(),
            author=None,
            province=slug,
            body=body,
            documents=tuple(
                Document(number, "Kế hoạch", days[0], "UBND tỉnh", "subject") for number in numbers
            ),
            movements=(Movement(movement, "phong trào", f"{year}/{year + 4}"),),
            dates=tuple(days),
            mentions=tuple(
                mention(field, value)
                for field, values in (("documents", numbers), ("movements", [movement]), ("dates", days))
                for value in dict.fromkeys(values)
            ),
        ),
        site=f"portal-{slug}",
        content_hash=f"{n:x}-{edition}",
        extractor_version="bench",
        platform="generated",
        agency="UBND tỉnh",
        fetched_at=datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=n),
        archive_file="2026/20260101-00000.warc.gz",
        archive_offset=n * 20_000,
    )
