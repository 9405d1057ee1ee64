/** What the adapters of all business packages are made with; kept small. */
@NullMarked
package io.calllog.persistence.shared;

import org.jspecify.annotations.NullMarked;
