/** The people and companies that officers talk to. */
@NullMarked
package io.calllog.domain.client;

import org.jspecify.annotations.NullMarked;
