/** What happened between an officer and a client, and when. */
@NullMarked
package io.calllog.domain.call;

import org.jspecify.annotations.NullMarked;
