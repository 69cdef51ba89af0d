"""What is known of every URL: state, history, next visit."""
