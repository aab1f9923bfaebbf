from newslint.repositories import is_repository, repository_root


def test_the_root_of_a_repository_is_the_nearest_that_has_one(tmp_path):
    posts = tmp_path / "sub" / "posts"
    posts.mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    assert repository_root(posts) == tmp_path
    (tmp_path / "sub" / ".git").write_text("gitdir: elsewhere\n")
    assert repository_root(posts) == tmp_path / "sub"
    assert is_repository(tmp_path / "sub")
    assert not is_repository(posts)
