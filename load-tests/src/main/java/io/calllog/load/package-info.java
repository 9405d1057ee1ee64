/** Benchmarks of the figures in PostgreSQL. Each class with a main method is one program. */
package io.calllog.load;
