"""Calendar expressions as EDTF values."""
