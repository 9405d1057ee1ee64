/** The application: what is plugged into what, and the transaction around each use case. */
@NullMarked
package io.calllog.bootstrap;

import org.jspecify.annotations.NullMarked;
