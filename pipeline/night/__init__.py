"""The nightly job: crawl, parse, store, sum up."""
