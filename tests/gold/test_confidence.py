"""Confidence means something: on the project's own notices, surer items are right at least as often."""

from __future__ import annotations

from collections import defaultdict

from parsers.extraction import THRESHOLD, find_all, make_notice, make_source
from parsers.notice import Notice
from parsers.page.reader import read_page
from pipeline.demo.samples import Sample, samples
from pipeline.evaluation.calibration import calibrate
from tests.gold.cases import gold, page, site


def everything(sample: Sample) -> Notice:
    """The notice with all that was found, whatever its confidence."""
    at = site(sample)
    read = read_page(page(sample), layout=at.layout)
    findings = find_all(make_source(read, None, None, at.province, at.agency))
    return make_notice(read, findings, None, sample.id, threshold=0.0)


def test_items_above_the_threshold_are_at_least_as_precise_as_those_below() -> None:
    golds = {sample.id: gold(sample) for sample in samples()}
    notices = {sample.id: everything(sample) for sample in samples()}
    above: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    below: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    for group in calibrate(golds, notices):
        tally = (below if group.low < THRESHOLD else above)[group.field]
        tally[0] += group.right
        tally[1] += group.items
    assert set(above) >= {"documents", "movements", "themes", "periods", "occasions", "dates"}
    for field, (right, items) in below.items():
        sure_right, sure_items = above[field]
        assert right / items <= sure_right / sure_items, field
    assert below["dates"][1] > 0, "no notice tempts the threshold: the comparison would be empty"
