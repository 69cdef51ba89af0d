"""Names of movements without quotation marks: where one may begin, and where it ends."""

from __future__ import annotations

import re

from parsers.movements.names import SMALL, Name, is_description
from parsers.notice import Kind

_WORD = re.compile(r"[^\s,;:.()“”\"…]+")
STOPS = frozenset(
    """đã được cũng tiếp luôn do của trên trong giai năm gắn với tại ở từ đến nhằm để có là sẽ theo bằng
    lần đạt vào mang tạo ra diễn đang góp vẫn phải nên qua như bao gồm khi đây nhiều các những này đó
    tới hướng""".split()  # noqa: SIM905
)
"""Words that end a name without quotes."""
_COMPOUNDS = frozenset(("sáng tạo", "đào tạo", "cải tạo", "chế tạo"))
_INSTITUTIONS = frozenset(
    """đoàn hội đội công olympic chữ đảng khuyến cần đông thơ cách việt mặt sinh phật quốc ubnd không nam bắc
    văn thể đồng ban sở phó giám bí ông bà""".split()  # noqa: SIM905
)
_NO_INSTITUTION = re.compile(
    r"(?:đoàn kết|công sở|công dân|đồng (?:hành|lòng)|văn minh)(?!\w)", re.IGNORECASE
)
# "… và kêu gọi mỗi người dân", "… và phong trào khác": the sentence goes on, not the name.
_NEXT_DEED = re.compile(
    r"giúp (?!nhau)|nhân (?:dịp|kỷ niệm|ngày|tháng|năm|sự kiện)(?!\w)|thu (?:hút|được|về)(?!\w)"
    r"|lan (?:rộng|tỏa)|nở rộ|sôi nổi|rộng khắp"
    r"|ngày (?:\d|càng|một (?!việc)|nay|đó|này)"
    r"|và (?:kêu gọi|phát động|triển khai|tổ chức|trao|ký|tặng|công bố|khen|biểu dương"
    r"|yêu cầu|đề nghị|giao|hưởng ứng|tham gia|các|những|một số|nhiều|phong trào|cuộc|chương trình|công tác"
    r"|tổng kết|sơ kết|ra mắt|khai mạc|chiến dịch|đợt|lễ)(?!\w)",
    re.IGNORECASE,
)
# "Vùng cao không khoảng cách và Xanh hóa trường học vùng biên" are two.
_NEW_NAME = re.compile(rf" [^\W\d_{SMALL}]\w*(?: [^\s,;.]+){{2}}")
# "Mỗi đoàn viên, hội viên là một tấm gương kỷ luật, tự giác và sáng tạo": the one name that has a "là".
_EACH = re.compile(r"Mỗi ((?:[^\W\d_]+,? ){1,7})là (?:một )?(?=\w)")
_ENUMERATED = re.compile(r", (?:[^\W\d_]+,? ){1,4}và [^\W\d_]")
_ROW = 3
_BATTLE = re.compile(r"(?:Tiến công|Phản công|Tổng|Giải phóng|Phòng ngự|Hợp vây|Bao vây)(?!\w)")
# "… như: Phong trào thi đua hưởng ứng cuộc vận động “…”": a kind opens its own list.
_NO_NAME = re.compile(
    r"(?:phong trà|cuộc vận|chiến dịch|đợt |thi đua "
    r"|(?:sáng|chiều|tối|hôm|hiện|đến|mới) (?:nay|qua|đây)(?!\w))",
    re.IGNORECASE,
)


def is_plain(norm: str, known: Name, kind: Kind) -> bool:
    """Whether a known name without quotes is a plain description here, or part of one."""
    return is_description(norm, known, kind) or not _ends_well(norm, known.end)


def is_name_start(norm: str, start: int) -> bool:
    """Whether a capital letter or a digit stands at `start`."""
    return norm[start : start + 1].isupper() or norm[start : start + 1].isdigit()


def _ends_well(norm: str, end: int) -> bool:
    """Whether a name without quotes may end here: "dạy và học tốt hơn" is none."""
    return not re.match(r" (?:hơn|nhất|cho|về)(?!\w)", norm[end : end + 8])


def stops_at(norm: str, end: int) -> bool:
    """Whether a known name may end here in a quotation that nothing closes: "4 đồng hành với …" goes on."""
    word = _WORD.match(norm, end + 1) if norm[end : end + 1] == " " else None
    return word is None or (word.group() in STOPS and word.group() != "với")


def unknown_end(norm: str, start: int, least: int = 4, *, listed: bool = False) -> int | None:
    """Where a name without quotes ends that begins with a capital: at a verb, a stop or a clause.

    None where the words read like no name; `least` is how many it must have. In a list (`listed`) words in
    small letters behind a comma belong to the name, elsewhere only where they are built like those before.
    """
    first = _WORD.match(norm, start)
    if not first or not first.group()[0].isupper() or first.group().isupper():
        return None
    institution = first.group().casefold() in _INSTITUTIONS and not _NO_INSTITUTION.match(norm, start)
    if institution or _NO_NAME.match(norm, start):
        return None
    segments: list[list[str]] = [[]]
    each = _EACH.match(norm, start)
    each = each if each and STOPS.isdisjoint(each[1].split()) else None
    sure, end = each.end() if each else start, start
    for match in _WORD.finditer(norm, start, start + 200):
        between = norm[end : match.start()] if match.start() > start else ""
        word = match.group()
        if between.strip(" -") not in ("", ","):
            break
        if match.start() < sure or (each and between == ", " and _ENUMERATED.match(norm, end)):
            segments[-1].append(word)
            end = match.end()
            continue
        if word == "và" and len(segments[-1]) >= least and _NEW_NAME.match(norm, match.end()):
            break
        last = segments[-1][-1].casefold() if segments[-1] else ""
        stopped = word.casefold() in STOPS and f"{last} {word}" not in _COMPOUNDS
        if segments[0] and (stopped or _NEXT_DEED.match(norm, match.start())):
            break
        if "," in between:
            if word[0].isupper():
                break
            segments.append([])
        segments[-1].append(word)
        end = match.end()
    # "Đoàn kết, kỷ cương, thực chất, hiệu quả": a row of virtues.
    row = len(segments) >= _ROW and all(len(segment) == 2 for segment in segments)
    kept, end = (segments, end) if listed or row else _parallel(norm, start, segments)
    words = [word for segment in kept for word in segment]
    lower = sum(word[0].islower() for word in words)
    if listed and lower == len(words) - 1:
        least -= 1  # "Ngôi nhà xanh" among others
    if len(words) < least or lower * 2 < len(words):
        return None
    return end


def unknown_campaign_end(norm: str, start: int, *, listed: bool = False) -> int | None:
    """As `unknown_end`, for a "chiến dịch": battles are called so, too, and their names are of capitals."""
    end = None if _BATTLE.match(norm, start) else unknown_end(norm, start, listed=listed)
    return end if end and norm[start + 1 : end].islower() else None


def _parallel(norm: str, start: int, segments: list[list[str]]) -> tuple[list[list[str]], int]:
    """Segments between commas that belong to one name: each built like the one before it."""
    kept = [segments[0]]
    for segment in segments[1:]:
        before = kept[-1]
        if not segment or not (segment[0].casefold() == before[0].casefold() or segment[-1] == before[-1]):
            break
        kept.append(segment)
    end = start
    for segment in kept:
        for word in segment:
            end = norm.index(word, end) + len(word)
    return kept, end
