"""Rules across articles: facts gathered in each article, judged together."""
