"""What people look at: the highlighted article, and the tables on a terminal."""
