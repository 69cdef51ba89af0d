"""Bodies that issue documents (cơ quan ban hành), by wording, code and place."""
