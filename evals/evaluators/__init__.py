"""What is asked of an outcome, one question a module; code decides wherever it can."""

from typing import Any

from pydantic_evals.evaluators import Evaluator

from evals.evaluators.action import Action
from evals.evaluators.asks import Asks
from evals.evaluators.bases_hold import BasesHold
from evals.evaluators.cites_only import CitesOnly
from evals.evaluators.covers import Covers
from evals.evaluators.facts_read import FactsRead
from evals.evaluators.finished import Finished
from evals.evaluators.has_sections import HasSections
from evals.evaluators.judge import Judge
from evals.evaluators.language import Language
from evals.evaluators.max_words import MaxWords
from evals.evaluators.name_swap import NameSwap
from evals.evaluators.no_findings import Finds, NoFindings
from evals.evaluators.only_given_facts import OnlyGivenFacts
from evals.evaluators.reading_level import ReadingLevel
from evals.evaluators.says import Says
from evals.evaluators.untouched import Untouched

EVALUATORS: tuple[type[Evaluator[Any, Any, Any]], ...] = (
    Action, Asks, BasesHold, CitesOnly, Covers, FactsRead, Finds, Finished, HasSections, Judge, Language,
    MaxWords, NameSwap, NoFindings, OnlyGivenFacts, ReadingLevel, Says, Untouched,
)  # fmt: skip
