"""Sections are compared by their best two texts."""

import numpy as np

from knowledge.sections import sections


def test_each_section_answers_with_its_own_best_two() -> None:
    """A lone text counts for both; rows beyond the sections are left out."""
    vectors = np.array([[1, 0], [0, 1], [0.6, 0.8], [0, 1], [9, 9]], dtype=np.float32)
    best, pair = sections(vectors, [3, 1]).best_two(np.array([1, 0], dtype=np.float32))
    np.testing.assert_allclose(best, [1.0, 0.0])
    np.testing.assert_allclose(pair, [0.8, 0.0], atol=1e-6)


def test_equal_texts_do_not_stand_for_one_another() -> None:
    """A text said twice counts like a text said once."""
    vectors = np.array([[1, 0], [1, 0], [0, 1]], dtype=np.float32)
    _, pair = sections(vectors, [3]).best_two(np.array([1, 0], dtype=np.float32))
    np.testing.assert_allclose(pair, [0.5])
