"""What a web page says of itself: which lines are labels, notices, offers and the like."""
