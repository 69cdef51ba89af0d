"""The lake: tables as hive-partitioned Parquet, changed all together or not at all."""
