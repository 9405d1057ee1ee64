/** The port that finds changes. */
@NullMarked
package io.calllog.application.change.port.out;

import org.jspecify.annotations.NullMarked;
