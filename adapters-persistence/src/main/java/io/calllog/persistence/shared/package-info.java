/** Building blocks that the adapters of all business packages share. */
@NullMarked
package io.calllog.persistence.shared;

import org.jspecify.annotations.NullMarked;
