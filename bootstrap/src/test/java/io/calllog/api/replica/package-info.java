/** Tests of nodes that read from a streaming replica. */
@NullMarked
package io.calllog.api.replica;

import org.jspecify.annotations.NullMarked;
