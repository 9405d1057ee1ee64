/** The HTTP API of regions. */
@NullMarked
package io.calllog.rest.region;

import org.jspecify.annotations.NullMarked;
