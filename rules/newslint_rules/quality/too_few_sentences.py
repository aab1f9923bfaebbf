"""QUA019 too-few-sentences."""

from typing import Annotated

from newslint import Doc, Findings, Span, rule, sentences_of
from newslint_rules.quality.counting import has_words, text_lines
from newslint_rules.quality.ends import ends
from newslint_rules.quality.notice_line import NOTICES


@rule("QUA019", severity="info", default=False)
def too_few_sentences(
    doc: Doc,
    *,
    min_sentences: Annotated[int, "sentences that an article has at least"] = 3,
    min_words: Annotated[int, "words of a line that counts, at least"] = 5,
) -> Findings:
    """Hardly a sentence is left when lines that are none are set aside.

    C4 drops a page with fewer than three sentences in the lines it has not cut: those that end with
    an end mark, have five words and are no notice. The numbers are those of the paper in its last
    revision and of c4_utils in TensorFlow Datasets (Raffel et al. 2020, JMLR 21:140, section 2.2);
    the first version of the paper and datatrove 0.10 have five sentences and three words. What ends
    a line, see line-without-end-mark; datatrove cuts lines that end with a curly quotation mark
    and so finds fewer sentences in texts that have them.

    Left alone are texts in scripts without blanks between words. It misses pages whose notices are
    sentences. It errs on wire flashes, and on texts wrapped at a fixed width.

    Bad:
        >><<The ferry to the islands is late.
        More on this story
        Share this page with others
    Good: The ferry is late again today. The port gave no reason. Islanders wait.
    """
    if not doc.begins or not doc.ends or not doc.text.strip() or not doc.get(has_words):
        return
    number = 0
    for line in doc.get(text_lines):
        if _is_kept(line, min_words):
            number += 1 if number + 1 >= min_sentences else max(len(sentences_of(line)), 1)
            if number >= min_sentences:
                return
    sentences = f"{number} sentence{'s' if number != 1 else ''}"
    yield doc.flag(
        f"the article has {sentences} in lines with an end mark, fewer than {min_sentences}"
    )


def _is_kept(line: Span, min_words: int) -> bool:
    return (
        ends(line.text)
        and len(line.text.split(None, min_words)) >= min_words
        and not any(map(line.text.lower().__contains__, NOTICES.literals))
    )
