/** The HTTP API of officers. */
@NullMarked
package io.calllog.rest.officer;

import org.jspecify.annotations.NullMarked;
