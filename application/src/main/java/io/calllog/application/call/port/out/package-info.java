/** What the use cases about calls need of the outside. */
@NullMarked
package io.calllog.application.call.port.out;

import org.jspecify.annotations.NullMarked;
