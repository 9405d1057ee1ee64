/**
 * A real PostgreSQL and a real Redis for a machine that has neither: started by the application
 * that needs them, kept under one directory, stopped after it. {@link
 * io.calllog.local.LocalServices} is the way in.
 */
@NullMarked
package io.calllog.local;

import org.jspecify.annotations.NullMarked;
