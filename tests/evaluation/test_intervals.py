"""Bootstrap intervals and agreement on labels."""

import numpy as np
import pytest

from claimx.evaluation.agreement import cohen_kappa, macro_f1
from claimx.evaluation.intervals import percentile_interval, resampled_totals


def test_resamples_are_the_same_each_time() -> None:
    counts = np.arange(20.0).reshape(10, 2)
    assert (resampled_totals(counts) == resampled_totals(counts)).all()
    assert resampled_totals(counts).shape == (1000, 2)


def test_units_are_drawn_whole() -> None:
    totals = resampled_totals(np.array([[1.0, 10.0], [2.0, 20.0], [3.0, 30.0]]))
    assert (totals[:, 1] == 10 * totals[:, 0]).all()
    assert totals[:, 0].min() == 3
    assert totals[:, 0].max() == 9
    assert totals[:, 0].mean() == pytest.approx(6, abs=0.15)


def test_the_interval_is_the_middle_95_per_cent() -> None:
    low, high = percentile_interval(np.arange(1001.0))
    assert (low, high) == pytest.approx((25, 975))


def test_kappa_of_a_worked_example() -> None:
    # 15 of 20 agree; by chance (10·9 + 6·6 + 4·5) / 400 = 0.365; (0.75 - 0.365) / 0.635.
    confusion = np.array([[8.0, 1.0, 1.0], [1.0, 4.0, 1.0], [0.0, 1.0, 3.0]])
    assert cohen_kappa(confusion) == pytest.approx(0.385 / 0.635)


@pytest.mark.parametrize("cell", [0.0, 7.0], ids=["nothing counted", "one label throughout"])
def test_kappa_is_undefined_without_variety(cell: float) -> None:
    assert np.isnan(cohen_kappa(np.array([[cell, 0.0], [0.0, 0.0]])))


def test_macro_f1_leaves_out_labels_that_the_gold_lacks() -> None:
    # support 2·8 / (10 + 8), oppose 2·1 / (1 + 2); neutral occurs in the predictions alone.
    confusion = np.array([[8.0, 1.0, 1.0], [0.0, 1.0, 0.0], [0.0, 0.0, 0.0]])
    assert macro_f1(confusion) == pytest.approx((16 / 18 + 2 / 3) / 2)
