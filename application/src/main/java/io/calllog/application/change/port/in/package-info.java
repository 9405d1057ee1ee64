/** What clients can ask about changes. */
@NullMarked
package io.calllog.application.change.port.in;

import org.jspecify.annotations.NullMarked;
