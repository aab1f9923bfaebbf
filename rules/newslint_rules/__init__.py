"""The bundled rules."""

RULE_MODULES = {
    "attribution": (
        "anonymous_source contradictory_hedge no_source_at_all unattributed_claim "
        "unattributed_quote vague_source"
    ),
    "dates": (
        "age_or_interval_mismatch date_sources_disagree dateline_mismatch impossible_date "
        "numeric_date reported_before_it_happened weekday_mismatch"
    ),
    "encoding": ("control_characters leftover_markup lookalike_letters mojibake"),
    "garbled": (
        "broken_words doubled_words fused_sentences fused_words missing_words scanned_text"
    ),
    "headline": (
        "headline_actor_conflict headline_is_metadata headline_source_conflict headline_variants"
    ),
    "numbers": ("conversion_mismatch magnitude_slip percentage_mismatch shares_over_the_whole"),
    "residue": (
        "caption_or_credit interface_text merged_metadata not_an_article reading_time "
        "related_links repeated_headline repeated_passage scrape_time_text truncated_text"
    ),
    "titles": ("name_variant title_conflict title_out_of_term title_style"),
    "typography": ("mixed_quotation_marks no_final_newline stray_spaces unbalanced_quotation"),
}
"""The modules with rules, by family. The others, more than half of all, are imported by those that
need them (see `newslint.plugins`)."""
