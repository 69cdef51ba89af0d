"""Emulation movements (phong trào thi đua) and themes (chủ đề): by head noun, quotation, known name."""
