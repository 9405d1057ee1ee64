/** Benchmarks of what PostgreSQL does for the figures, each a program of its own. */
package io.calllog.load;
