/** What the use cases about officers need of the outside. */
@NullMarked
package io.calllog.application.officer.port.out;

import org.jspecify.annotations.NullMarked;
